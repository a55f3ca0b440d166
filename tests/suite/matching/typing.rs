//! People typed key by key: what is found satisfies what was typed, and whoever is meant is never lost.

use super::invented::{Dice, People, lexicon, today};
use std::{collections::HashMap, sync::Arc};
use zhipei::domain::{
    hit::{HitBy, HitField},
    ids::PersonId,
    person::PersonRecord,
};
use zhipei::matching::{
    lexicon::Lexicon,
    people::{Answer, Index, SearchContext},
};

struct Office {
    lexicon: Arc<Lexicon>,
    people: HashMap<PersonId, PersonRecord>,
    order: Vec<PersonId>,
    index: Index,
}

impl Office {
    fn new(count: usize) -> Self {
        let lexicon = lexicon();
        let people: Vec<(PersonId, PersonRecord)> = People::new(11).take(count).collect();
        Self {
            index: Index::build(Arc::clone(&lexicon), people.iter().cloned()),
            order: people.iter().map(|(id, _)| *id).collect(),
            people: people.into_iter().collect(),
            lexicon,
        }
    }

    fn search(&self, text: &str) -> Answer {
        search(&self.index, text)
    }

    /// Full pinyin of a name, syllable by syllable.
    fn pinyin(&self, name: &str) -> Vec<String> {
        let chars: Vec<char> = name.chars().collect();
        let reading = self.lexicon.read_name(&chars);
        reading
            .iter()
            .map(|s| self.lexicon.syllable(*s).to_owned())
            .collect()
    }
}

fn search(index: &Index, text: &str) -> Answer {
    let context = SearchContext {
        today: today(),
        recent: &[],
        me: "",
    };
    index.search(text, usize::MAX, &context)
}

fn finds(answer: &Answer, id: PersonId) -> bool {
    !answer.nearest && answer.hits.iter().any(|hit| hit.person == id)
}

#[test]
fn whoever_is_meant_is_never_lost_while_typing() {
    let office = Office::new(2_000);
    let mut dice = Dice(5);
    for _ in 0..12 {
        let id = *dice.pick(&office.order);
        let person = &office.people[&id];
        let pinyin = office.pinyin(&person.name);
        let initials: String = pinyin.iter().map(|p| &p[..1]).collect();
        let id_number = person.id_number.unwrap().to_string();
        let phone = person.phone.clone().unwrap().to_string();
        let typed = [
            person.name.clone(),
            pinyin.concat(),
            pinyin.join(" "),
            pinyin.concat().to_uppercase(),
            initials.clone(),
            format!("{}{}", pinyin[0], &initials[1..]),
            format!("{}{}", pinyin[0], &id_number[14..]).to_lowercase(),
            id_number.clone(),
            phone.clone(),
            person
                .birth_date
                .unwrap()
                .format("%Y年%-m月%-d日")
                .to_string(),
        ];
        for query in typed {
            for (end, c) in query.char_indices() {
                let part = &query[..end + c.len_utf8()];
                // A date and a tail mean somebody once they are whole, a number from its third digit on.
                let tail = query.starts_with(char::is_alphabetic)
                    && part.ends_with(|c: char| c.is_ascii_digit());
                if part.chars().all(|c| c.is_ascii_digit()) && part.len() < 3
                    || (query.contains('年') || tail) && part != query
                {
                    continue;
                }
                let answer = office.search(part);
                assert!(
                    finds(&answer, id),
                    "{} ({id_number}, {phone}): {part:?} of {query:?} lost them",
                    person.name
                );
                assert_eq!(answer.total, answer.hits.len(), "{part:?}");
            }
        }
        for tail in [&id_number[14..], &id_number[12..], &phone[7..], &phone[5..]] {
            assert!(finds(&office.search(tail), id), "{tail}");
            assert!(finds(&office.search(&tail.to_lowercase()), id), "{tail}");
        }
    }
}

/// Whether letters are the beginning of the syllables from some place on, each cut short at will.
fn spells(syllables: &[String], letters: &str) -> bool {
    fn from(syllables: &[String], letters: &str) -> bool {
        letters.is_empty()
            || syllables.split_first().is_some_and(|(first, rest)| {
                (1..=first.len().min(letters.len()))
                    .filter(|n| letters.is_char_boundary(*n))
                    .any(|n| first[..n] == letters[..n] && from(rest, &letters[n..]))
            })
    }
    (0..syllables.len()).any(|at| from(&syllables[at..], letters))
}

#[test]
fn what_is_found_plainly_satisfies_what_was_typed() {
    let office = Office::new(2_000);
    let mut checked = 0;
    for query in [
        "陈",
        "志",
        "陈志",
        "zhang",
        "z",
        "zq",
        "chenzq",
        "liwei",
        "lw",
        "huang",
        "wei",
        "3217",
        "4499",
        "169",
        "96",
        "石岐",
        "shiqi",
        "月嫂",
        "yuesao",
        "ys",
        "R0000012",
        "chen 12",
        "李 叉车",
        "19880",
    ] {
        let answer = office.search(query);
        for hit in answer.hits.iter().filter(|_| !answer.nearest) {
            let person = &office.people[&hit.person];
            for (word, matched) in query.split(' ').zip(&hit.matched) {
                let id = person.id_number.unwrap().to_string();
                let phone = person.phone.clone().unwrap().to_string();
                let term = |text: &str| {
                    let pinyin: Vec<String> = text
                        .chars()
                        .map(|c| {
                            office
                                .lexicon
                                .readings(c)
                                .first()
                                .map_or(String::new(), |s| office.lexicon.syllable(*s).to_owned())
                        })
                        .collect();
                    text.contains(word) || spells(&pinyin, word)
                };
                let fine = match (matched.field, matched.by) {
                    (
                        _,
                        HitBy::OtherReading | HitBy::SameSound | HitBy::FuzzySound | HitBy::Typo,
                    ) => continue,
                    (HitField::Name, HitBy::Exact) => person.name == word,
                    (HitField::Name, HitBy::Prefix) => person.name.starts_with(word),
                    (HitField::Name, HitBy::Infix) => person.name.contains(word),
                    (HitField::Name, _) => spells(&office.pinyin(&person.name), word),
                    (HitField::IdNumber, HitBy::Tail) => id.ends_with(word),
                    (HitField::IdNumber, _) => id.starts_with(word),
                    (HitField::Phone, HitBy::Tail) => phone.ends_with(word),
                    (HitField::Phone, _) => phone.starts_with(word),
                    (HitField::BirthDate, _) => person
                        .birth_date
                        .unwrap()
                        .format("%Y%m%d")
                        .to_string()
                        .contains(word),
                    (HitField::Town, _) => term(&person.town),
                    (HitField::Village, _) => term(&person.village),
                    (HitField::Wishes, _) => person.wishes.split('、').any(term),
                    (HitField::Reference, _) => person.reference.starts_with(word),
                    (field, by) => panic!("{field:?} by {by:?} for {query}"),
                };
                assert!(
                    fine,
                    "{query}: {} by {matched:?} ({id}, {phone}, {}, {})",
                    person.name, person.town, person.wishes
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 2_000, "only {checked} reasons were checked");
}

#[test]
fn a_changed_record_is_found_as_if_laid_out_anew() {
    let lexicon = lexicon();
    let people: Vec<(PersonId, PersonRecord)> = People::new(3).take(300).collect();
    let whole = Index::build(Arc::clone(&lexicon), people.iter().cloned());
    let mut grown = Index::build(Arc::clone(&lexicon), People::new(99).take(300));
    for (id, record) in &people {
        grown.upsert(*id, record);
    }
    assert_eq!(grown.len(), whole.len());
    for query in [
        "陈",
        "伟",
        "zhang",
        "lw",
        "chenz",
        "449",
        "1234",
        "石",
        "月嫂",
        "R000001",
        "陈 1",
        "zangwei",
        "张伟民",
        "两后生",
        "1988",
        "w",
        "lv",
        "lu",
        "xian",
        "ou",
        "aiz",
        "chen'z",
        "ch'zh",
        "nvy",
        "hw",
        "huangwe",
        "wangwie",
        "whang",
        "陈志伟",
        "林小",
        "x",
        "00",
        "2",
        "1688",
        "19",
        "169",
        "199",
    ] {
        assert_eq!(search(&grown, query), search(&whole, query), "{query}");
    }
    let (gone, record) = &people[7];
    grown.remove(*gone);
    assert_eq!(grown.len(), 299);
    assert!(!finds(
        &search(&grown, &record.id_number.unwrap().to_string()),
        *gone
    ));
}
