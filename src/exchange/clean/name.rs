//! Names of people.

use super::Fixes;
use crate::exchange::{
    report::{Fix, Reason},
    sheet::Cell,
};
use crate::{domain::name, text::fold};

/// Reads a name cell. The second text is the cell as it stood, where more than spaces was taken off.
pub(crate) fn name(cell: &Cell, fixes: &mut Fixes) -> Result<(String, Option<String>), Reason> {
    let raw = match cell {
        Cell::Text(text) if !cell.is_blank() => text,
        cell if cell.is_blank() => return Err(Reason::NameMissing),
        _ => return Err(Reason::NameInvalid),
    };
    let mut kept = None;
    let mut name = fold::squeeze(raw.trim_start_matches('\''));
    if let Some(bare) = without_remark(&name) {
        kept = Some(fold::squeeze(raw));
        name = bare;
    }
    if name.chars().any(fold::is_han) {
        name.retain(|c| c != ' ');
    }
    let cleaned = name != *raw;
    let dotted = name::dotted(&name);
    let dot = dotted != name;
    let name = dotted;
    if !name::is_name(&name) {
        return Err(Reason::NameInvalid);
    }
    fixes.add_if(cleaned, Fix::NameCleaned);
    fixes.add_if(dot, Fix::NameDot);
    Ok((name, kept))
}

/// Takes a remark in brackets and the number that tells namesakes apart off the end:
/// `张三（女）`, `李伟2`.
fn without_remark(name: &str) -> Option<String> {
    let mut bare = name.to_owned();
    if bare.ends_with([')', '）', ']', '】'])
        && let Some(open) = bare.find(['(', '（', '[', '【'])
    {
        bare.truncate(open);
    }
    if bare.chars().next().is_some_and(fold::is_han) {
        let digits = bare.trim_end_matches(|c: char| fold::half_width(c).is_ascii_digit());
        if bare.len() > digits.len() && bare[digits.len()..].chars().count() <= 2 {
            bare.truncate(digits.len());
        }
    }
    bare.truncate(bare.trim_end().len());
    (bare != name).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Vec<Fix>), Reason> {
        let mut fixes = Fixes::default();
        let (name, _) = name(&Cell::Text(text.to_owned()), &mut fixes)?;
        Ok((name, fixes.sorted()))
    }

    #[test]
    fn names_are_cleaned_and_the_repair_is_named() {
        use Fix::{NameCleaned, NameDot};
        for (text, want, fixes) in [
            ("张三", "张三", vec![]),
            ("阿依古丽·买买提", "阿依古丽·买买提", vec![]),
            ("䶮𠮷", "䶮𠮷", vec![]),
            ("Mary Ann O'Neil", "Mary Ann O'Neil", vec![]),
            ("张 三", "张三", vec![NameCleaned]),
            ("张　三 ", "张三", vec![NameCleaned]),
            ("张\u{200b}三", "张三", vec![NameCleaned]),
            ("张三（女）", "张三", vec![NameCleaned]),
            ("李伟2", "李伟", vec![NameCleaned]),
            ("阿依古丽.买买提", "阿依古丽·买买提", vec![NameDot]),
            ("阿依古丽•买买提", "阿依古丽·买买提", vec![NameDot]),
            (
                "阿依古丽 ● 买买提",
                "阿依古丽·买买提",
                vec![NameCleaned, NameDot],
            ),
        ] {
            assert_eq!(read(text), Ok((want.to_owned(), fixes)), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in [
            "（空）",
            "某某",
            "张某",
            "1234",
            "=1+1",
            "王*乐",
            "王?乐",
            "⿰王乐",
            "张三/李四",
            "李",
            "无",
            "-",
            "李女士",
            "13812345678",
            "\u{e000}明",
        ] {
            assert_eq!(read(text), Err(Reason::NameInvalid), "{text:?}");
        }
        for text in ["", " \u{3000}\u{200b}"] {
            assert_eq!(read(text), Err(Reason::NameMissing), "{text:?}");
        }
        let number = name(&Cell::Number(12.0), &mut Fixes::default());
        assert_eq!(number.unwrap_err(), Reason::NameInvalid);
    }
}
