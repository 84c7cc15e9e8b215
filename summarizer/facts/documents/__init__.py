"""Documents that an article names: numbered ones, treaties, laws, and what they demand."""
