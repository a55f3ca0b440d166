//! Words of the contact form.

crate::messages! {
    with(who: &str) { zh: " 与 {who} 的联系", en: " Contact with {who}" }
}
