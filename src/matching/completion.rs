//! Whether what somebody typed begins a name of a place: in characters, in pinyin or by its initials.

use super::lexicon::Lexicon;

/// How well typed letters or characters begin a name; smaller is better. `None` where they do not.
pub fn rank(lexicon: &Lexicon, typed: &str, name: &str) -> Option<u8> {
    let typed = lexicon.fold(typed.trim());
    let folded = lexicon.fold(name);
    if typed.is_empty() {
        return None;
    }
    if folded == typed {
        return Some(0);
    }
    if folded.starts_with(&typed) {
        return Some(1);
    }
    if typed.is_ascii() {
        let chars: Vec<char> = folded.chars().collect();
        let read = lexicon.read_word(&chars);
        let syllables: Vec<&str> = read.iter().map(|id| lexicon.syllable(*id)).collect();
        let initials: String = syllables.iter().filter_map(|s| s.chars().next()).collect();
        if initials.starts_with(&typed) {
            return Some(2);
        }
        if syllables.concat().starts_with(&typed) {
            return Some(3);
        }
        return None;
    }
    folded.contains(&typed).then_some(4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::testing::lexicon;

    #[test]
    fn places_by_initials_pinyin_and_characters() {
        let lexicon = lexicon();
        let rank = |typed: &str| rank(&lexicon, typed, "石岐街道");
        assert_eq!(rank("石岐街道"), Some(0));
        assert_eq!(rank("石"), Some(1));
        assert_eq!(rank("sq"), Some(2));
        assert_eq!(rank("SHIQ"), Some(3));
        assert_eq!(rank("岐"), Some(4));
        for other in ["", "xq", "小榄", "qi"] {
            assert_eq!(rank(other), None, "{other}");
        }
    }
}
