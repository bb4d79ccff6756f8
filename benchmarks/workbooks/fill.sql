-- Makes the second list of the demo one of :ROWS customers, who are those of the first over and over, with their reasons.
DELETE FROM risk_list_row WHERE list_number = 2;
DELETE FROM risk_list_reason WHERE list_number = 2;
INSERT INTO risk_list_reason (list_number, reason_number, sentence)
SELECT 2, reason_number, sentence FROM risk_list_reason WHERE list_number = 1;
INSERT INTO risk_list_row (list_number, list_rank, customer, probability, band, movement, previous_probability, customer_value,
    segments, reasons, searchable)
SELECT 2, numbers."X", 'S-' || (1000000 + numbers."X" * 7), sample.probability, sample.band, sample.movement, sample.probability, sample.customer_value,
    sample.segments, sample.reasons, 's-' || (1000000 + numbers."X" * 7)
FROM system_range(1, :ROWS) numbers
JOIN risk_list_row sample ON sample.list_number = 1
    AND sample.list_rank = 1 + MOD(numbers."X", (SELECT MAX(list_rank) FROM risk_list_row WHERE list_number = 1));
UPDATE risk_list SET listed = :ROWS, scored = :ROWS WHERE number = 2;
