-- People of whose contacts entries after one speak, each with their last valid contact as it is now.
SELECT p.uid, c.at FROM (
    SELECT DISTINCT own.person FROM payload l JOIN contact own ON own.uid = l.subject
    WHERE l.entry > ? AND l.entity = 'contact' AND own.person IS NOT NULL
) t
JOIN person p ON p.id = t.person
LEFT JOIN latest l ON l.person = t.person
LEFT JOIN contact c ON c.id = l.contact
