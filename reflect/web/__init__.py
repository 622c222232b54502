"""What people see: pages, forms, and the guard at the door; it alone knows the other rooms."""
