"""What commands do once their options are read: each calls what works it out, and the view that shows it."""
