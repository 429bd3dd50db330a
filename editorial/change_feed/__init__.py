"""What happened to public pages, in order, for those who keep copies: reviews, corrections, withdrawals."""
