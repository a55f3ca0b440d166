//! Kinds of disability as clerks write them: `肢体、听力残疾人`, `视力残疾一、二级`, `持残疾人证`.

use super::{Kind, words::longest};
use crate::domain::person::DisabilityKind;

/// Kinds of disability, as people name them. Longer ones first.
const DISABILITIES: [(&str, Option<DisabilityKind>); 27] = [
    ("视力残疾", Some(DisabilityKind::Sight)),
    ("听力残疾", Some(DisabilityKind::Hearing)),
    ("言语残疾", Some(DisabilityKind::Speech)),
    ("肢体残疾", Some(DisabilityKind::Physical)),
    ("智力残疾", Some(DisabilityKind::Intellectual)),
    ("精神残疾", Some(DisabilityKind::Mental)),
    ("多重残疾", Some(DisabilityKind::Multiple)),
    ("听障人士", Some(DisabilityKind::Hearing)),
    ("视障人士", Some(DisabilityKind::Sight)),
    ("听障", Some(DisabilityKind::Hearing)),
    ("视障", Some(DisabilityKind::Sight)),
    ("盲人", Some(DisabilityKind::Sight)),
    ("低视力", Some(DisabilityKind::Sight)),
    ("肢残", Some(DisabilityKind::Physical)),
    ("智障", Some(DisabilityKind::Intellectual)),
    ("心智障碍", Some(DisabilityKind::Intellectual)),
    ("视力", Some(DisabilityKind::Sight)),
    ("听力", Some(DisabilityKind::Hearing)),
    ("言语", Some(DisabilityKind::Speech)),
    ("肢体", Some(DisabilityKind::Physical)),
    ("智力", Some(DisabilityKind::Intellectual)),
    ("精神", Some(DisabilityKind::Mental)),
    ("残疾人士", None),
    ("残障人士", None),
    ("残疾人", None),
    ("残障", None),
    ("残疾", None),
];

/// Words for the deaf stand for two kinds.
const DEAF: [&str; 4] = ["聋哑人士", "聋哑人", "聋哑", "聋人"];

/// Kinds of disability at the start of `chars`: `肢体、听力残疾人`, `视力残疾一、二级`, `持残疾人证`.
pub(super) fn disability(chars: &[char]) -> Option<(Kind, usize)> {
    let mut kinds: Vec<DisabilityKind> = Vec::new();
    let mut named = false;
    let mut sure = false;
    let mut levels: Option<(u8, u8)> = None;
    let before = [
        "持",
        "有",
        "须持",
        "接受",
        "可接受",
        "欢迎",
        "轻度",
        "轻微",
        "适合",
    ];
    let mut at = 0;
    while let Some((length, ())) = longest(&chars[at..], before.into_iter().map(|w| (w, ()))) {
        at += length;
    }
    let start = at;
    loop {
        if let Some((length, ())) = longest(&chars[at..], DEAF.into_iter().map(|w| (w, ()))) {
            kinds.extend([DisabilityKind::Hearing, DisabilityKind::Speech]);
            (named, sure) = (true, true);
            at += length;
        } else if let Some((length, kind)) = longest(&chars[at..], DISABILITIES.into_iter()) {
            kinds.extend(kind);
            named = true;
            let word: String = chars[at..at + length].iter().collect();
            sure |= word.contains('残')
                || word.contains('障')
                || word.contains('盲')
                || word == "低视力";
            at += length;
        } else if named && let Some((length, grave, light)) = level_list(&chars[at..]) {
            levels = Some((grave, light));
            sure = true;
            at += length;
        } else {
            break;
        }
        if named {
            let after = ["人士", "人", "者"].into_iter().map(|w| (w, ()));
            at += longest(&chars[at..], after).map_or(0, |(n, ())| n);
        }
        // A list goes on only where another kind or a level follows.
        let join = longest(
            &chars[at..],
            ["、轻度", "、", "/", "和", "或", "及", "(", " "]
                .into_iter()
                .map(|w| (w, ())),
        )
        .map_or(0, |(n, ())| n);
        let goes_on = longest(&chars[at + join..], DISABILITIES.into_iter()).is_some()
            || longest(&chars[at + join..], DEAF.into_iter().map(|w| (w, ()))).is_some()
            || level_list(&chars[at + join..]).is_some();
        if goes_on {
            at += join;
        }
    }
    if !named || !sure {
        return None;
    }
    let mut only = false;
    if let Some((length, ())) = longest(
        &chars[at..],
        ["证者", "证", "专班", "专场"].into_iter().map(|w| (w, ())),
    ) {
        only = true;
        at += length;
    }
    if chars.get(at) == Some(&')') && chars[start..at].contains(&'(') {
        at += 1;
    }
    kinds.sort_unstable();
    kinds.dedup();
    Some((
        Kind::Disability {
            kinds,
            levels,
            only,
        },
        at,
    ))
}

/// Levels of disability: `四级`, `一、二级`, `三至四级`, `三、四级`.
fn level_list(chars: &[char]) -> Option<(usize, u8, u8)> {
    let digit = |c: Option<&char>| match c? {
        '一' | '1' => Some(1),
        '二' | '2' => Some(2),
        '三' | '3' => Some(3),
        '四' | '4' => Some(4),
        _ => None,
    };
    let first = digit(chars.first())?;
    let mut at = 1;
    if chars.get(at) == Some(&'级') && !matches!(chars.get(2), Some('、' | '至' | '-' | '到')) {
        return Some((2, first, first));
    }
    at += usize::from(chars.get(at) == Some(&'级'));
    at += usize::from(matches!(
        chars.get(at),
        Some('、' | '至' | '-' | '到' | '/')
    ));
    let second = digit(chars.get(at))?;
    let end = at + 1;
    (chars.get(end) == Some(&'级')).then_some((end + 1, first.min(second), first.max(second)))
}
