"""What is shown, format by format: texts from files stay texts."""
