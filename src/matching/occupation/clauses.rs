//! A wish cut into its parts: what is wished for, what is not, and the words that only say so.
//!
//! Absent on purpose: any occupation; only the grammar of wishing stands here.

use crate::text::fold::half_width;

/// One part of a wish.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) text: String,
    pub(super) refused: bool,
}

/// Words after which something is said not to be wished for. Longer ones first.
const NO: [&str; 26] = [
    "不想再做",
    "不愿意做",
    "不愿意",
    "不考虑",
    "不想做",
    "不想当",
    "唔想做",
    "唔想",
    "不想",
    "不要做",
    "不要",
    "不愿",
    "不做",
    "唔做",
    "唔要",
    "没有做过",
    "没做过",
    "冇做过",
    "未做过",
    "不会做",
    "做不了",
    "做唔到",
    "除了",
    "除咗",
    "拒绝",
    "讨厌",
];

/// What stands before the work in a wish. Longer ones first.
const BEFORE: [&str; 40] = [
    "希望从事",
    "有意从事",
    "愿意从事",
    "想要从事",
    "想学习",
    "希望做",
    "希望学",
    "愿意做",
    "愿意学",
    "可以做",
    "可以学",
    "想转行做",
    "想转行",
    "想揾份",
    "想搵份",
    "想揾",
    "想搵",
    "想找份",
    "想找",
    "想学",
    "想做",
    "想当",
    "想去",
    "想进",
    "想入",
    "想考",
    "想报",
    "以前做过",
    "以前做",
    "做过",
    "从事",
    "学习",
    "应聘",
    "求职",
    "找",
    "学",
    "做",
    "当",
    "会",
    "想",
];

/// What stands behind the work in a wish. Longer ones first.
const BEHIND: [&str; 26] = [
    "之类的工作",
    "相关的工作",
    "方面的工作",
    "相关工作",
    "相关岗位",
    "方面工作",
    "类的工作",
    "之类的",
    "一类的",
    "都可以",
    "之类",
    "的工作",
    "工作都行",
    "工作",
    "岗位",
    "职位",
    "培训",
    "都行",
    "都得",
    "均可",
    "也行",
    "也可",
    "方面",
    "相关",
    "的",
    "类",
];

/// Cuts a wish into its parts. A refusal reaches to the end of its part, and over parts joined by 和 or 、 it
/// ends where a wish begins again.
pub(super) fn clauses(wish: &str) -> Vec<Clause> {
    let mut out = Vec::new();
    for sentence in wish.split(|c: char| {
        matches!(half_width(c), ',' | '.' | ';' | '!' | '?' | '\n' | '\t') && c != '、'
    }) {
        let mut refused = false;
        for part in sentence.split(|c: char| {
            matches!(
                c,
                '、' | '/' | '／' | '+' | '|' | '&' | ' ' | '\u{3000}' | '(' | ')' | '（' | '）'
            )
        }) {
            for piece in joined(part) {
                let (text, no) = refusal(piece);
                if no {
                    refused = true;
                } else if BEFORE
                    .iter()
                    .any(|w| w.chars().count() >= 2 && text.starts_with(w))
                    || text.starts_with("只想")
                {
                    refused = false;
                }
                for (text, refused) in exception(text, refused) {
                    if text.chars().any(char::is_alphanumeric) {
                        out.push(Clause {
                            text: text.to_owned(),
                            refused,
                        });
                    }
                }
            }
        }
    }
    out
}

/// Parts joined by a word.
fn joined(part: &str) -> Vec<&str> {
    let mut out = vec![part];
    for word in ["或者", "还有", "以及", "或", "但是", "但"] {
        out = out.into_iter().flat_map(|p| p.split(word)).collect();
    }
    out
}

/// The words after a refusal, and whether there was one. A double no (`不是不想`) is left as it stands.
fn refusal(piece: &str) -> (&str, bool) {
    let first = NO
        .iter()
        .filter_map(|no| Some((piece.find(no)?, no.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length));
    match first {
        Some((at, length)) if !piece[..at].ends_with("不是") => {
            let (before, after) = (&piece[..at], &piece[at + length..]);
            // 保安不要, 保安没做过: the work stands before its refusal.
            if after.trim_matches(is_mark).is_empty() {
                (before, true)
            } else {
                (after, true)
            }
        }
        _ => (piece, false),
    }
}

/// `除了保安都行`: what comes after 以外, 之外 or 都 is no longer refused and says nothing more.
fn exception(text: &str, refused: bool) -> Vec<(&str, bool)> {
    if !refused {
        return vec![(text, false)];
    }
    for end in [
        "以外",
        "之外",
        "其他都",
        "其它都",
        "都行",
        "都可以",
        "都得",
        "都做",
        "什么都",
        "外都",
    ] {
        if let Some(at) = text.find(end) {
            return vec![(&text[..at], true)];
        }
    }
    vec![(text, true)]
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() || matches!(c, '的' | '了' | '过')
}

/// The forms of a clause with fewer and fewer words around the work: as it stands first.
pub(super) fn trimmings(folded: &[char]) -> Vec<Vec<char>> {
    let mut forms = vec![folded.to_vec()];
    let mut rest: String = folded.iter().collect();
    loop {
        let cut = BEFORE
            .iter()
            .find_map(|w| rest.strip_prefix(w).filter(|r| r.chars().count() >= 2))
            .or_else(|| {
                BEHIND
                    .iter()
                    .find_map(|w| rest.strip_suffix(w).filter(|r| r.chars().count() >= 2))
            });
        match cut {
            Some(shorter) => {
                rest = shorter.to_owned();
                forms.push(rest.chars().collect());
            }
            None => return forms,
        }
    }
}
