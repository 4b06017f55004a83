"""Korean government reports to records."""
