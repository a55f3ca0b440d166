//! The words that rosters use for what the register calls otherwise. The tables come in as text,
//! because they are data that others keep.

use crate::domain::{
    group::Group,
    person::{Schooling, WorkStatus},
};
use crate::text::Lang;
use std::collections::HashMap;

/// Tables of other words for groups, schooling and employment states, and of traditional
/// characters. Empty tables are fine: only the register's own words are known then.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    groups: HashMap<String, Group>,
    schoolings: HashMap<String, Schooling>,
    work_states: HashMap<String, WorkStatus>,
    simplified: HashMap<char, char>,
}

impl Vocabulary {
    /// Reads tab-separated tables with one header line: alias and code of the group, of the
    /// schooling, of the employment state; traditional and simplified character. Lines that name no
    /// known code are passed over.
    pub fn from_tables(
        groups: &str,
        schoolings: &str,
        work_states: &str,
        traditional_simplified: &str,
    ) -> Self {
        Self {
            groups: table(groups, Group::parse),
            schoolings: table(schoolings, Schooling::parse),
            work_states: table(work_states, WorkStatus::parse),
            simplified: table(traditional_simplified, |to| to.chars().next())
                .into_iter()
                .filter_map(|(from, to)| Some((from.chars().next()?, to)))
                .collect(),
        }
    }

    /// The group behind a roster's word, and whether the word was its proper name (the documents'
    /// term, the short label of rosters, the code or the English label).
    pub fn group(&self, word: &str) -> Option<(Group, bool)> {
        if let Some(group) = Group::parse(word) {
            return Some((group, true));
        }
        if let Some(group) = Group::ALL.iter().find(|g| g.short_zh() == word) {
            return Some((*group, true));
        }
        self.groups.get(word).map(|group| (*group, false))
    }

    /// The schooling behind a roster's word.
    pub fn schooling(&self, word: &str) -> Option<Schooling> {
        Schooling::parse(word).or_else(|| self.schoolings.get(word).copied())
    }

    /// The employment state behind a roster's word; a digit answers as at the counter.
    pub fn work_status(&self, word: &str) -> Option<WorkStatus> {
        let mut chars = word.chars();
        if let (Some(digit), None) = (chars.next(), chars.next())
            && let Some(status) = WorkStatus::from_digit(digit)
        {
            return Some(status);
        }
        WorkStatus::parse(word).or_else(|| self.work_states.get(word).copied())
    }

    /// A name for comparing: simplified characters, no dots, no spaces.
    pub fn comparable_name(&self, name: &str) -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric())
            .map(|c| self.simplified.get(&c).copied().unwrap_or(c))
            .flat_map(char::to_lowercase)
            .collect()
    }
}

fn table<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> HashMap<String, T> {
    text.lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let alias = cells.next()?.trim();
            let value = read(cells.next()?.trim())?;
            (!alias.is_empty()).then(|| (alias.to_owned(), value))
        })
        .collect()
}

/// The label that exports write for a group.
pub(crate) fn group_label(group: Group, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => group.short_zh(),
        Lang::En => group.label(Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rosters_words_and_proper_names_are_told_apart() {
        let words = Vocabulary::from_tables(
            "alias\tgroup\tnote\n低保户\tdibao\t\n贫困户\tjiandanglika\n某某\tno_such\n",
            "alias\tschooling\n初中毕业\tjunior\n",
            "alias\tstatus\n务工\temployed\n",
            "traditional\tsimplified\n張\t张\n",
        );
        assert_eq!(words.group("低保户"), Some((Group::LowIncome, false)));
        for proper in ["建档立卡", "低保家庭", "城乡低保", "两后生", "dibao"] {
            assert!(matches!(words.group(proper), Some((_, true))), "{proper}");
        }
        assert_eq!(words.group("某某"), None);
        assert_eq!(words.schooling("初中毕业"), Some(Schooling::Junior));
        assert_eq!(words.schooling("初中"), Some(Schooling::Junior));
        assert_eq!(words.work_status("务工"), Some(WorkStatus::Employed));
        assert_eq!(words.work_status("6"), Some(WorkStatus::NotWorking));
        assert_eq!(words.comparable_name("張 三·李"), "张三李");
    }
}
