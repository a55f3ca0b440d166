SELECT c.uid, c.reference, p.uid, e.uid, c.at, c.channel, c.party, c.place, c.purposes, c.outcome, c.reason, c.note,
       c.next_due, c.entered_at, o.uid, o.name, c.state, c.void, corrected.uid, c.state_reason,
       coalesce(p.name, e.name), s.uid, j.seq
FROM contact c
JOIN operator o ON o.id = c.operator
LEFT JOIN person p ON p.id = c.person
LEFT JOIN enterprise e ON e.id = c.enterprise
LEFT JOIN contact corrected ON corrected.id = c.corrects
LEFT JOIN journal j ON j.id = (SELECT min(entry) FROM payload WHERE subject = c.uid)
LEFT JOIN station s ON s.id = j.station
