INSERT INTO payload (entry, part, entity, subject, salt, body, commitment) VALUES (?, ?, ?, ?, ?, ?, ?)
