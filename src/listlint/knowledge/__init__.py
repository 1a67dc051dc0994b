"""What is known without asking anybody: tables of venues, hosts and topics; titles; names."""
