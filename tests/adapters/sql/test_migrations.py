"""The migrations make what the tables say, and can be taken back."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import VERSIONS, downgrade, head, is_current, upgrade
from warmline.adapters.sql.tables import metadata


def test_migrations_and_tables_agree(database_url: str) -> None:
    with open_engine(database_url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_up_down_and_up_again(bare_database_url: str) -> None:
    engine = open_engine(bare_database_url)
    assert not is_current(engine)
    upgrade(engine)
    assert is_current(engine)
    upgrade(engine)  # twice is once
    downgrade(engine)
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    assert not is_current(engine)
    upgrade(engine)
    assert is_current(engine)


def test_four_processes_that_start_together_upgrade_once(bare_database_url: str) -> None:
    engines = [open_engine(bare_database_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, engines))
    assert is_current(engines[0])


def test_every_column_says_what_it_is_and_how_long_it_stays() -> None:
    silent = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if not all(column.info.get(key) for key in ("what", "class", "kept"))
    ]
    assert silent == []


def test_the_newest_revision_is_known_without_alembic() -> None:
    scripts = ScriptDirectory.from_config(_config_of_nothing())
    assert head() == scripts.get_current_head()


def _config_of_nothing() -> Config:
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def test_who_asks_whether_the_database_is_current_does_not_load_alembic() -> None:
    asked = (
        "import sys, warmline.app, warmline.wiring, workers.__main__, warmline.cli;"
        "print('alembic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
