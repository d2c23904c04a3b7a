"""The database: SQLite for one machine, PostgreSQL for several. Nobody else speaks SQL."""
