"""What anybody may read about the services of this government, and take along as open data."""
