"""Databases for the tests of the adapters."""

from tests.databases import bare_database_url, database_url, sqlite_url

__all__ = ["bare_database_url", "database_url", "sqlite_url"]
