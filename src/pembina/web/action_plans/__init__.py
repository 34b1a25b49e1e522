"""What people will do differently at work, and whether they did."""
