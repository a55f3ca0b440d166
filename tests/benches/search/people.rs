//! The invented people as string matchers need them: one line of keys each, pinyin worked out before.

use super::invented::{People, lexicon};
use zhipei::domain::{group::Group, person::PersonRecord};

/// The fields of a line, each under its own name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'a> {
    pub(crate) name: &'a str,
    pub(crate) pinyin: &'a str,
    pub(crate) initials: &'a str,
    pub(crate) id: &'a str,
    pub(crate) phone: &'a str,
    pub(crate) town: &'a str,
    pub(crate) town_pinyin: &'a str,
    pub(crate) village: &'a str,
    pub(crate) village_pinyin: &'a str,
    pub(crate) wishes: &'a str,
    pub(crate) wishes_pinyin: &'a str,
    /// In the group of youths who left school.
    pub(crate) youth: bool,
}

impl Fields<'_> {
    /// `yyyymmdd`, as the id number says.
    pub(crate) fn birth(&self) -> &str {
        self.id.get(6..14).unwrap_or("")
    }

    /// The places and wishes in characters and in pinyin.
    pub(crate) fn says(&self, word: &str) -> bool {
        let texts = [
            self.town,
            self.town_pinyin,
            self.village,
            self.village_pinyin,
            self.wishes,
            self.wishes_pinyin,
        ];
        texts.iter().any(|text| text.contains(word))
    }
}

/// Everybody's line.
pub(crate) struct Lines {
    pub(crate) lines: Vec<String>,
    youths: Vec<bool>,
}

impl Lines {
    pub(crate) fn of(count: usize) -> Self {
        let lexicon = lexicon();
        let pinyin = |text: &str| -> String {
            let chars: Vec<char> = text.chars().collect();
            let syllables = lexicon.read_name(&chars);
            syllables.iter().map(|s| lexicon.syllable(*s)).collect()
        };
        let initials = |name: &str| -> String {
            let chars: Vec<char> = name.chars().collect();
            let syllables = lexicon.read_name(&chars).into_iter();
            syllables
                .filter_map(|s| lexicon.syllable(s).chars().next())
                .collect()
        };
        let line = |p: &PersonRecord| {
            let id = p.id_number.map_or(String::new(), |n| n.to_string());
            let phone = p.phone.as_ref().map_or("", |n| n.as_str());
            let wishes = p.wishes.replace(' ', "");
            format!(
                "{} {} {} {id} {phone} {} {} {} {} {wishes} {}",
                p.name,
                pinyin(&p.name),
                initials(&p.name),
                p.town,
                pinyin(&p.town),
                p.village,
                pinyin(&p.village),
                pinyin(&wishes)
            )
        };
        let mut all = Self {
            lines: Vec::with_capacity(count),
            youths: Vec::with_capacity(count),
        };
        for (_, person) in People::new(1).take(count) {
            all.lines.push(line(&person));
            let mut groups = person.groups.iter();
            all.youths
                .push(groups.any(|m| m.group == Group::YouthNotInSchool));
        }
        all
    }

    pub(crate) fn fields(&self, at: u32) -> Fields<'_> {
        let mut parts = self.lines[at as usize].splitn(11, ' ');
        let mut next = || parts.next().unwrap_or("");
        Fields {
            name: next(),
            pinyin: next(),
            initials: next(),
            id: next(),
            phone: next(),
            town: next(),
            town_pinyin: next(),
            village: next(),
            village_pinyin: next(),
            wishes: next(),
            wishes_pinyin: next(),
            youth: self.youths[at as usize],
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        let strings: usize = self.lines.iter().map(String::len).sum();
        strings + self.lines.len() * size_of::<String>()
    }
}
