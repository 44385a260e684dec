"""Pages that somebody should look at again: reminders, and a list."""
