"""What a person should look at: one file per kind of finding."""
