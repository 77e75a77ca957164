// What makes the site quicker to use; everything can be read without it.
