"""Run by Alembic inside the transaction that `migrations.upgrade` has begun."""

from alembic import context

from warmline.adapters.sql.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    transactional_ddl=True,  # both databases can; we say BEGIN ourselves
)
with context.begin_transaction():
    context.run_migrations()
