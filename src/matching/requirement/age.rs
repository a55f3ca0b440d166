//! Ages as clerks write them: `18-45`, `45岁以下`, `女18-45男18-50`, `四十五到五十八岁`, `可放宽至50`.

use super::Kind;
use crate::domain::person::Sex;
use crate::text::numerals::number;

/// Ages outside are no ages of applicants.
const PLAUSIBLE: std::ops::RangeInclusive<u32> = 14..=80;

/// Words that say an age follows. Longer ones first.
const BEFORE: [&str; 14] = [
    "年龄要求",
    "年龄在",
    "年龄",
    "年纪",
    "岁数",
    "要求",
    "须年满",
    "须满",
    "年满",
    "必须满",
    "满",
    "需满",
    "限",
    "在",
];

/// What stands behind a number that is no age.
const OTHER_UNITS: &str = "元块kKwW千万%％人名个天小时时点号月年件台层位米寸分单次节课期届届h/：:.";

fn starts(chars: &[char], word: &str) -> Option<usize> {
    let mut length = 0;
    for c in word.chars() {
        if chars.get(length) != Some(&c) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn first_of(chars: &[char], words: &[&str]) -> Option<usize> {
    words.iter().find_map(|w| starts(chars, w))
}

/// An age at the start of `chars`: what it says and how many characters it takes.
pub(super) fn age(chars: &[char]) -> Option<(Kind, usize)> {
    relaxed(chars).or_else(|| limits(chars))
}

fn relaxed(chars: &[char]) -> Option<(Kind, usize)> {
    let mut at = first_of(
        chars,
        &["条件优秀者可", "优秀者可", "可适当", "可", "年龄", "年龄可"],
    )
    .unwrap_or(0);
    at += first_of(
        &chars[at..],
        &["放宽年龄至", "放宽年龄到", "放宽至", "放宽到", "放宽"],
    )?;
    let (n, length) = number(&chars[at..])?;
    at += length;
    at += first_of(&chars[at..], &["周岁以下", "周岁", "岁以下", "岁"]).unwrap_or(0);
    let n = plausible(n)?;
    Some((Kind::AgeRelaxed(n), at))
}

fn plausible(n: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|_| PLAUSIBLE.contains(&n))
}

fn limits(chars: &[char]) -> Option<(Kind, usize)> {
    let mut at = 0;
    let mut stated = false;
    let mut at_least = false;
    let mut sex = None;
    while let Some(length) = first_of(&chars[at..], &BEFORE) {
        let word: String = chars[at..at + length].iter().collect();
        stated |= word.starts_with("年") || word.starts_with('岁');
        at_least |= word.ends_with('满');
        at += length;
        if chars.get(at) == Some(&':') {
            at += 1;
        }
    }
    for (word, of) in [("男", Sex::Male), ("女", Sex::Female)] {
        if let Some(length) = starts(&chars[at..], word) {
            let more =
                first_of(&chars[at + length..], &["性年龄", "性", "工", "士", "生"]).unwrap_or(0);
            let mark = usize::from(matches!(chars.get(at + length + more), Some(':' | ' ')));
            if number(&chars[at + length + more + mark..]).is_some() {
                sex = Some(of);
                at += length + more + mark;
            }
        }
    }
    let below = first_of(
        &chars[at..],
        &["不超过", "不大于", "不高于", "不得超过", "最大", "不超"],
    );
    let under = below
        .is_none()
        .then(|| first_of(&chars[at..], &["未满", "不满", "不到", "低于", "小于"]))
        .flatten();
    at += below.or(under).unwrap_or(0);
    let (first, length) = number(&chars[at..])?;
    at += length;
    let mut years = years_word(chars, &mut at);
    let age = |min: Option<u8>, max: Option<u8>, at: usize| Some((Kind::Age { sex, min, max }, at));
    if let Some(mark) = first_of(&chars[at..], &["--", "-", "~", "～", "至", "到", "—"])
        && let Some((second, length)) = number(&chars[at + mark..])
    {
        at += mark + length;
        years |= years_word(chars, &mut at);
        if !(years || stated || sex.is_some() || stands_alone(chars, at)) {
            return None;
        }
        at += first_of(&chars[at..], &["之间", "左右", "以内", "以下"]).unwrap_or(0);
        let (min, max) = (plausible(first)?, plausible(second)?);
        return if min <= max {
            age(Some(min), Some(max), at)
        } else {
            None
        };
    }
    let n = plausible(first)?;
    if below.is_some() && (years || stated) {
        return age(None, Some(n), at);
    }
    if under.is_some() && years {
        // 未满18岁勿扰, 不满16岁不收: who is younger is kept out.
        let out = first_of(
            &chars[at..],
            &[
                "的勿扰",
                "勿扰",
                "不收",
                "不招",
                "不要",
                "谢绝",
                "免谈",
                "者不招",
                "者勿扰",
                "者不收",
            ],
        );
        return match out {
            Some(length) => age(Some(n), None, at + length),
            None => age(None, Some(n - 1), at),
        };
    }
    if let Some(length) = first_of(
        &chars[at..],
        &["及以下", "或以下", "以下", "以内", "之内", "↓", "内", "下"],
    ) {
        let bare = matches!(chars.get(at), Some('内' | '下'));
        return if bare && !years {
            None
        } else {
            age(None, Some(n), at + length)
        };
    }
    if let Some(length) = first_of(&chars[at..], &["及以上", "或以上", "以上", "起", "↑", "+"])
    {
        let number_only = !years && !stated && !at_least;
        return if number_only && n < 16 {
            None
        } else {
            age(Some(n), None, at + length)
        };
    }
    let next_is_other = chars.get(at).is_some_and(|c| OTHER_UNITS.contains(*c));
    if at_least && (years || !next_is_other) {
        return age(Some(n), None, at);
    }
    None
}

fn years_word(chars: &[char], at: &mut usize) -> bool {
    let length = first_of(&chars[*at..], &["周岁", "岁", "歲"]);
    *at += length.unwrap_or(0);
    length.is_some()
}

/// Two bare numbers are ages where nothing behind them says otherwise.
fn stands_alone(chars: &[char], at: usize) -> bool {
    chars
        .get(at)
        .is_none_or(|c| !OTHER_UNITS.contains(*c) && !c.is_ascii_digit() && *c != '-')
}
