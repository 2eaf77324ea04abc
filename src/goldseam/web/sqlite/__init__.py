"""Django's SQLite, over files that are known: one that was taken away or exchanged is never opened or made anew."""
