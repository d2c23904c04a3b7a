"""What the warmline does, in verbs. Services decide with the domain and act through the ports."""
