"""Reports as plain data: what to say, in one language, before anything is drawn on a terminal."""
