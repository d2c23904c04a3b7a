"""Everything that an installation decides, read once from the environment, strictly.

`Settings.from_environ(os.environ)` has no side effects; `ensure_data_folder` and
`load_secret_key` have.
"""

from __future__ import annotations

from warmline.settings.data_folder import ensure_data_folder, load_secret_key
from warmline.settings.declared import Declared, SettingsError, declarations
from warmline.settings.installation import Settings, settings_table
from warmline.settings.key_files import destroy_keys, load_keys, replace_key, replaced
from warmline.settings.sentinel import SentinelAddress, sentinel_address

__all__ = [
    "Declared",
    "SentinelAddress",
    "Settings",
    "SettingsError",
    "declarations",
    "destroy_keys",
    "ensure_data_folder",
    "load_keys",
    "load_secret_key",
    "replace_key",
    "replaced",
    "sentinel_address",
    "settings_table",
]
