//! The colours, light and dark. The style sheet declares the same; a test compares them.

/// A colour by its purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Token {
    /// The page.
    Ground,
    /// A soft ground behind selected things.
    Soft,
    /// Grid lines and rules.
    Line,
    /// Text.
    Text,
    /// Secondary text.
    Muted,
    /// The neutral for bars.
    Bar,
    /// The neutral, lighter, for bands and open ends.
    Band,
    /// The accent: the reader's state.
    Focus,
    /// Reference lines, targets, breaks.
    Reference,
    /// The first chosen line beside the accent.
    Series1,
    /// The second chosen line.
    Series2,
    /// The third chosen line.
    Series3,
    /// The lowest of five classes.
    Class1,
    /// The second class.
    Class2,
    /// The middle class.
    Class3,
    /// The fourth class.
    Class4,
    /// The highest class.
    Class5,
}

impl Token {
    /// All tokens.
    pub const ALL: [Self; 17] = [
        Self::Ground,
        Self::Soft,
        Self::Line,
        Self::Text,
        Self::Muted,
        Self::Bar,
        Self::Band,
        Self::Focus,
        Self::Reference,
        Self::Series1,
        Self::Series2,
        Self::Series3,
        Self::Class1,
        Self::Class2,
        Self::Class3,
        Self::Class4,
        Self::Class5,
    ];

    /// The name of the custom property: `--bar`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Soft => "soft",
            Self::Line => "line",
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Bar => "bar",
            Self::Band => "band",
            Self::Focus => "focus",
            Self::Reference => "reference",
            Self::Series1 => "series-1",
            Self::Series2 => "series-2",
            Self::Series3 => "series-3",
            Self::Class1 => "class-1",
            Self::Class2 => "class-2",
            Self::Class3 => "class-3",
            Self::Class4 => "class-4",
            Self::Class5 => "class-5",
        }
    }

    /// The colour on a light ground.
    pub fn light(self) -> &'static str {
        match self {
            Self::Ground => "#ffffff",
            Self::Soft => "#f4f6fb",
            Self::Line => "#d5dae8",
            Self::Text => "#171a2b",
            Self::Muted => "#565d78",
            Self::Bar => "#7384b0",
            Self::Band => "#c9d2e8",
            Self::Focus => "#16236b",
            Self::Reference => "#a3480a",
            Self::Series1 => "#0b756f",
            Self::Series2 => "#a3258c",
            Self::Series3 => "#5a6b00",
            Self::Class1 => "#e6ebf7",
            Self::Class2 => "#c3cee9",
            Self::Class3 => "#9aabd4",
            Self::Class4 => "#5468a3",
            Self::Class5 => "#1f2f7f",
        }
    }

    /// The colour on a dark ground.
    pub fn dark(self) -> &'static str {
        match self {
            Self::Ground => "#12141d",
            Self::Soft => "#1b1e2b",
            Self::Line => "#343a50",
            Self::Text => "#eef0f8",
            Self::Muted => "#a9b1cc",
            Self::Bar => "#62739f",
            Self::Band => "#3a4464",
            Self::Focus => "#c6d2ff",
            Self::Reference => "#f0a35c",
            Self::Series1 => "#4fd1c5",
            Self::Series2 => "#f08bd8",
            Self::Series3 => "#c9d46a",
            Self::Class1 => "#222941",
            Self::Class2 => "#37426a",
            Self::Class3 => "#4f5f92",
            Self::Class4 => "#8fa0d6",
            Self::Class5 => "#c3cffb",
        }
    }
}

/// The contrast of two colours (`#rrggbb`) by WCAG 2.2, 1 to 21; 1 where one cannot be read.
pub fn contrast(a: &str, b: &str) -> f64 {
    fn luminance(color: &str) -> Option<f64> {
        let channel = |range| u8::from_str_radix(color.get(range)?, 16).ok();
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        Some(0.2126 * linear(channel(1..3)?) + 0.7152 * linear(channel(3..5)?) + 0.0722 * linear(channel(5..7)?))
    }
    match (luminance(a), luminance(b)) {
        (Some(a), Some(b)) => (a.max(b) + 0.05) / (a.min(b) + 0.05),
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_contrast_4_5_and_marks_3_on_both_grounds() {
        for colour in [Token::light, Token::dark] {
            for ground in [Token::Ground, Token::Soft] {
                let series = [Token::Series1, Token::Series2, Token::Series3];
                for text in [Token::Text, Token::Muted, Token::Focus, Token::Reference].into_iter().chain(series) {
                    let found = contrast(colour(text), colour(ground));
                    assert!(found >= 4.5, "{} on {}: {found:.2}", text.name(), ground.name());
                }
            }
            for mark in [Token::Bar, Token::Focus, Token::Reference, Token::Muted] {
                let found = contrast(colour(mark), colour(Token::Ground));
                assert!(found >= 3.0, "{}: {found:.2}", mark.name());
            }
            let classes = [Token::Class1, Token::Class2, Token::Class3, Token::Class4, Token::Class5];
            for (class, text) in
                classes.into_iter().zip([Token::Text, Token::Text, Token::Text, Token::Ground, Token::Ground])
            {
                let found = contrast(colour(text), colour(class));
                assert!(found >= 4.5, "{} on {}: {found:.2}", text.name(), class.name());
            }
            for (lower, higher) in classes.into_iter().zip(classes.into_iter().skip(1)) {
                let found = contrast(colour(lower), colour(higher));
                assert!(found >= 1.3, "{} and {}: {found:.2}", lower.name(), higher.name());
            }
            let found = contrast(colour(Token::Focus), colour(Token::Bar));
            assert!(found >= 3.0, "the accent and the neutral differ by lightness: {found:.2}");
        }
    }
}
