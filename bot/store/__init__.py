"""What is kept: the tables, the library, chats and deliveries."""
