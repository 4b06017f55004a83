"""Korean dates, money and quantities: strings to values. Pure: no files, no clock, no idea of documents."""
