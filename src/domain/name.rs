//! Names of people as they may stand on an identity card.
//!
//! Absent on purpose: remarks and numbers that rosters put behind a name; the import takes them off.

use crate::text::fold;

/// Longest name (民委发〔2016〕33号 二: at least 50 characters must fit).
const LONGEST: usize = 50;
/// Marks that stand for the middle dot of a name (U+00B7 by the same notice).
const DOTS: [char; 12] = [
    '.', '．', '•', '・', '‧', '●', '∙', '⋅', '。', '･', '•', '᛫',
];
/// Words that stand where a name is not known, or that are no name.
const NO_NAMES: [&str; 22] = [
    "无",
    "空",
    "无名",
    "无名氏",
    "未知",
    "不详",
    "不明",
    "待定",
    "待补",
    "待查",
    "待核实",
    "暂无",
    "没有",
    "姓名",
    "测试",
    "先生",
    "女士",
    "本人",
    "同上",
    "保密",
    "未填",
    "匿名",
];

/// A name as it is kept: no spaces in a Chinese one, its parts parted by the middle dot. `None` where
/// it is no name.
pub fn tidy(text: &str) -> Option<String> {
    let mut name = fold::squeeze(text);
    if name.chars().any(fold::is_han) {
        name.retain(|c| c != ' ');
    }
    Some(dotted(&name)).filter(|name| is_name(name))
}

/// A Chinese name with every mark that stands for the middle dot made one; others stay as they are.
pub(crate) fn dotted(name: &str) -> String {
    if !name.chars().any(fold::is_han) {
        return name.to_owned();
    }
    name.trim_matches(DOTS)
        .chars()
        .map(|c| if DOTS.contains(&c) { '·' } else { c })
        .collect()
}

/// Two characters at least; Han with middle dots, or Latin letters.
pub(crate) fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || name.chars().count() > LONGEST {
        return false;
    }
    if name.contains('某') || NO_NAMES.contains(&name) {
        return false;
    }
    if name.chars().count() == 3 && (name.ends_with("先生") || name.ends_with("女士")) {
        return false;
    }
    let han = name.chars().all(|c| fold::is_han(c) || c == '·');
    let latin = name
        .chars()
        .all(|c| c.is_alphabetic() && !fold::is_han(c) || " .'-·".contains(c))
        && name.starts_with(char::is_alphabetic);
    han || latin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_cards_have_them() {
        for (typed, name) in [
            ("李 明朗", "李明朗"),
            ("阿依古丽．买买提", "阿依古丽·买买提"),
            ("\u{20bb7}野", "\u{20bb7}野"),
            ("Maria Santos", "Maria Santos"),
        ] {
            assert_eq!(tidy(typed).as_deref(), Some(name), "{typed}");
        }
        for typed in ["", "李", "李某某", "1234", "无", "李@明", "王先生"] {
            assert_eq!(tidy(typed), None, "{typed}");
        }
    }
}
