"""What the product remembers: tables, sealed contents and the questions asked of them."""
