"""The warmline: peer workers reach another peer by telephone, and nobody learns who called."""
