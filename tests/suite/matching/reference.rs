//! Whom a scrap means, read slowly off each record: as simple as can be, so that it is right.

use zhipei::domain::person::PersonRecord;
use zhipei::matching::lexicon::Lexicon;

/// One typed word.
pub(crate) struct Reference<'l> {
    lexicon: &'l Lexicon,
    word: Vec<char>,
}

/// How far a sign may be from what was typed.
#[derive(Clone, Copy, PartialEq)]
enum How {
    /// The character, or its own reading.
    Plain,
    /// Other readings, look-alikes, the same sound, a near sound.
    Tolerant,
}

impl<'l> Reference<'l> {
    pub(crate) fn new(lexicon: &'l Lexicon, typed: &str) -> Self {
        Self {
            lexicon,
            word: lexicon.fold(typed).chars().collect(),
        }
    }

    fn text(&self) -> String {
        self.word.iter().collect()
    }

    fn is_digits(&self) -> bool {
        let body = self.word.strip_suffix(&['x']).unwrap_or(&self.word);
        body.iter().all(char::is_ascii_digit) && self.word.iter().any(char::is_ascii_digit)
    }

    /// Must be found: as it stands in the name, or spells its beginning; the beginning or the end of a
    /// number.
    pub(crate) fn surely_means(&self, person: &PersonRecord) -> bool {
        let text = self.text();
        if self.is_digits() {
            let (id, phone) = numbers(person);
            return id.starts_with(&text)
                || phone.starts_with(&text)
                || id.ends_with(&text)
                || phone.ends_with(&text);
        }
        let signs = self.name(person);
        person.name.contains(&text)
            || self.word.len() > 1
                && self.word.iter().all(|c| !c.is_ascii())
                && self.written(person)
            || self.from(&signs, &self.word, How::Plain)
    }

    fn written(&self, person: &PersonRecord) -> bool {
        let text = self.text();
        person.town.contains(&text) || person.wishes.contains(&text)
    }

    /// May be found: the same with every tolerance, or one slip away.
    pub(crate) fn may_mean(&self, person: &PersonRecord) -> bool {
        if self.is_digits() {
            return self.surely_means(person) || self.number_may_mean(person);
        }
        let terms = [
            &person.town,
            &person.village,
            &person.wishes,
            &person.address,
        ];
        let terms = terms.map(|text| self.signs(text));
        terms.into_iter().chain([self.name(person)]).any(|signs| {
            (0..signs.len()).any(|at| self.from(&signs[at..], &self.word, How::Tolerant))
        }) || self.slips(person)
    }

    fn number_may_mean(&self, person: &PersonRecord) -> bool {
        let text = self.text();
        let (id, phone) = numbers(person);
        // Dates are also typed with the century left out; fifteen digits were an id number once.
        let birth = person
            .birth_date
            .map_or(String::new(), |d| d.format("%Y%m%d").to_string());
        let old = id
            .get(..6)
            .zip(id.get(8..17))
            .map(|(a, b)| format!("{a}{b}"));
        phone.contains(&text)
            || birth.contains(&text)
            || old.is_some_and(|old| old == text)
            || slip_away(&id, &text)
            || slip_away(&phone, &text)
    }

    /// The signs of a name: each character with its readings there.
    fn name(&self, person: &PersonRecord) -> Vec<(char, String)> {
        let chars: Vec<char> = self.lexicon.fold(&person.name).chars().collect();
        let read = self.lexicon.read_name(&chars).into_iter();
        let own = read.map(|s| self.lexicon.syllable(s).to_owned());
        chars.iter().copied().zip(own).collect()
    }

    fn signs(&self, text: &str) -> Vec<(char, String)> {
        let chars: Vec<char> = self.lexicon.fold(text).chars().collect();
        let read = self.lexicon.read_word(&chars).into_iter();
        let own = read.map(|s| self.lexicon.syllable(s).to_owned());
        chars.iter().copied().zip(own).collect()
    }

    /// Every way to say a sign, as it is typed.
    fn sayings(&self, (c, own): &(char, String), how: How) -> Vec<String> {
        let mut all = vec![own.clone()];
        if how == How::Tolerant {
            let mut readings = self.lexicon.all_readings(*c);
            readings.extend(self.lexicon.find(own));
            for reading in readings {
                all.push(self.lexicon.syllable(reading).to_owned());
                let near = self.lexicon.near(reading).iter();
                all.extend(near.map(|n| self.lexicon.syllable(n.syllable).to_owned()));
                // The table need not be the same both ways.
                let others = (1..self.lexicon.syllable_count() as u16).filter(|other| {
                    self.lexicon
                        .near(*other)
                        .iter()
                        .any(|n| n.syllable == reading)
                });
                all.extend(others.map(|other| self.lexicon.syllable(other).to_owned()));
            }
            let borrowed: Vec<String> = all
                .iter()
                .filter(|s| s.contains('v'))
                .flat_map(|s| [s.replace('v', "u"), s.replace('v', "yu")])
                .collect();
            all.extend(borrowed);
        }
        all
    }

    /// Whether what was typed is used up along the signs from the first on, syllables cut short at will.
    fn from(&self, signs: &[(char, String)], typed: &[char], how: How) -> bool {
        let Some(first) = typed.first() else {
            return true;
        };
        let Some((sign, rest)) = signs.split_first() else {
            return false;
        };
        if !first.is_ascii_lowercase() {
            return self.is_sign(sign, *first, how) && self.from(rest, &typed[1..], how);
        }
        self.sayings(sign, how).iter().any(|saying| {
            let letters: Vec<char> = saying.chars().collect();
            let common = letters
                .iter()
                .zip(typed)
                .take_while(|(a, b)| a == b)
                .count();
            (1..=common).any(|taken| self.from(rest, &typed[taken..], how))
        })
    }

    fn is_sign(&self, sign: &(char, String), typed: char, how: How) -> bool {
        if sign.0 == typed {
            return true;
        }
        let alike = self.lexicon.look_alikes(typed).contains(&sign.0);
        let readings = self.lexicon.all_readings(typed).into_iter();
        let same = |typed: &str| self.sayings(sign, how).iter().any(|s| s == typed);
        how == How::Tolerant && (alike || readings.map(|s| self.lexicon.syllable(s)).any(same))
    }

    /// Whether letters are one slip from the beginning of the name's.
    fn slips(&self, person: &PersonRecord) -> bool {
        let all: String = self.name(person).into_iter().map(|(_, s)| s).collect();
        let text = self.text();
        text.len() >= 5 && (0..=all.len()).any(|to| slip_away(&all[..to], &text))
    }
}

fn numbers(person: &PersonRecord) -> (String, String) {
    let id = person
        .id_number
        .map_or(String::new(), |n| n.to_string().to_lowercase());
    (
        id,
        person.phone.as_ref().map_or("", |p| p.as_str()).to_owned(),
    )
}

/// Whether one character is another, missing, too many, or two are exchanged.
fn slip_away(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let exchanged = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    exchanged || a.get(1..) == b.get(1..) || a.get(1..) == Some(b) || b.get(1..) == Some(a)
}
