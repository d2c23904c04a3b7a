"""The commands, one module each; `warmline.cli` puts them together."""
