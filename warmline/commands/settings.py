"""`warmline settings`: what is set, and what could be."""

from __future__ import annotations

import os

import click

from warmline.settings import Settings, declarations, settings_table


@click.command()
@click.option("--markdown", is_flag=True, help="The table for the README instead.")
def settings(*, markdown: bool) -> None:
    """Tell every setting with what holds now. Secrets are not shown."""
    if markdown:
        click.echo(settings_table(), nl=False)
        return
    shown = Settings.from_environ(os.environ).public()
    for field, one in declarations(Settings).items():
        is_set = bool(os.environ.get(one.env, "").strip())
        if field in shown and shown[field] is not None:
            value = _written(shown[field])
        else:
            value = "(set, not shown)" if is_set else f"({one.shown})"
        click.echo(f"{one.env} = {value}{'' if is_set else '   # default'}")


def _written(value: object) -> str:
    """The value as it is written in the environment."""
    if isinstance(value, tuple):
        return ",".join(_written(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
