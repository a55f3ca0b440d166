//! Numbers in digits and in Chinese, up to what ages, years and days to come need.

/// A number at the start of `chars` and how many characters it takes.
pub fn number(chars: &[char]) -> Option<(u32, usize)> {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits > 0 {
        let text: String = chars.get(..digits.min(6))?.iter().collect();
        return text.parse().ok().map(|n| (n, digits));
    }
    let mut total = 0u32;
    let mut digit = None;
    let mut length = 0;
    for c in chars {
        let value = match c {
            '零' | '〇' => 0,
            '一' => 1,
            '二' | '两' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' => {
                total += digit.take().unwrap_or(1) * 10;
                length += 1;
                continue;
            }
            '百' => {
                total += digit.take()? * 100;
                length += 1;
                continue;
            }
            _ => break,
        };
        if digit.is_some() {
            break;
        }
        digit = Some(value);
        length += 1;
    }
    (length > 0).then(|| (total + digit.unwrap_or(0), length))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_and_characters() {
        for (text, want) in [
            ("45岁", Some((45, 2))),
            ("五十五岁", Some((55, 3))),
            ("十六周岁", Some((16, 2))),
            ("十岁", Some((10, 1))),
            ("四十到", Some((40, 2))),
            ("两年", Some((2, 1))),
            ("一百二十", Some((120, 4))),
            ("岁", None),
            ("", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(number(&chars), want, "{text}");
        }
    }
}
