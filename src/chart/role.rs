//! What a shape means. plotters sees a reserved colour for each role; the renderers see the role.

use super::palette::Token;
use plotters::style::RGBColor;

/// How a role is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// Fill.
    pub fill: Option<Token>,
    /// Stroke.
    pub stroke: Option<Token>,
    /// Width of the stroke in units.
    pub stroke_width: &'static str,
    /// Dash pattern of the stroke, in units.
    pub dash: Option<&'static str>,
}

/// Declares the roles with their class name, font and paint.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $name:literal $font:expr, $fill:expr, $stroke:expr;)+) => {
        /// What a shape means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $($(#[$doc])* $role,)+
        }

        impl Role {
            /// All roles.
            pub const ALL: &'static [Self] = &[$(Self::$role),+];

            /// The class of the shape.
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name),+ }
            }

            /// Font size in units, and whether it is bold; for texts.
            pub fn font(self) -> (i32, bool) {
                match self { $(Self::$role => $font),+ }
            }

            /// Fill and stroke.
            pub fn paint(self) -> Paint {
                let (fill, stroke): (Option<Token>, Option<(Token, &'static str, Option<&'static str>)>) = match self {
                    $(Self::$role => ($fill, $stroke)),+
                };
                Paint {
                    fill,
                    stroke: stroke.map(|(token, ..)| token),
                    stroke_width: stroke.map_or("0", |(_, width, _)| width),
                    dash: stroke.and_then(|(.., dash)| dash),
                }
            }
        }
    };
}

const NORMAL: (i32, bool) = (14, false);
const BOLD: (i32, bool) = (14, true);

roles! {
    /// The area of a mark that can be pointed at.
    Hit "hit" NORMAL, None, None;
    /// A thin line of the grid.
    Grid "grid" NORMAL, None, Some((Token::Line, "1", None));
    /// The zero line.
    Zero "zero" NORMAL, None, Some((Token::Muted, "1", None));
    /// A text at an axis.
    Tick "tick" NORMAL, Some(Token::Muted), None;
    /// The name of a state.
    Label "label" NORMAL, Some(Token::Text), None;
    /// The name of the reader's state.
    FocusLabel "label-focus" BOLD, Some(Token::Focus), None;
    /// A bar.
    Bar "bar" NORMAL, Some(Token::Bar), None;
    /// The bar of the reader's state.
    Focus "focus" NORMAL, Some(Token::Focus), None;
    /// The part of a bar in which the value lies.
    Band "band" NORMAL, Some(Token::Band), Some((Token::Bar, "1", None));
    /// The same for the reader's state.
    FocusBand "band-focus" NORMAL, Some(Token::Band), Some((Token::Focus, "1.5", None));
    /// The upper end of a band.
    BandEnd "band-end" NORMAL, None, Some((Token::Bar, "2", None));
    /// An open end.
    Open "open" NORMAL, Some(Token::Band), Some((Token::Bar, "1", None));
    /// The arrow at an open end.
    Arrow "arrow" NORMAL, Some(Token::Bar), None;
    /// The arrow at the open end of the reader's state.
    FocusArrow "arrow-focus" NORMAL, Some(Token::Focus), None;
    /// Hatching: no figure.
    Missing "missing" NORMAL, None, Some((Token::Muted, "1", None));
    /// The words "keine Angabe".
    MissingText "missing-text" NORMAL, Some(Token::Muted), None;
    /// A value.
    Value "value" BOLD, Some(Token::Text), None;
    /// A rank.
    Rank "rank" NORMAL, Some(Token::Muted), None;
    /// The ground around the dots of a nationwide figure, where it crosses bars.
    ReferenceHalo "reference-halo" NORMAL, None, Some((Token::Ground, "4", Some("4 2")));
    /// The ground around a target that holds for all.
    GoalHalo "goal-halo" NORMAL, None, Some((Token::Ground, "4", None));
    /// The ground around the mean of what is shown.
    MeanHalo "mean-halo" NORMAL, None, Some((Token::Ground, "3", Some("7 1")));
    /// A nationwide figure.
    Reference "reference" NORMAL, None, Some((Token::Reference, "2", Some("2 4")));
    /// A point in time.
    Point "point" NORMAL, Some(Token::Focus), None;
    /// How exactly the date of a point is known.
    Span "span" NORMAL, None, Some((Token::Focus, "3", None));
    /// A line between two points.
    Join "join" NORMAL, None, Some((Token::Focus, "2", None));
    /// A line between two points between which nothing was published.
    JoinDashed "join-dashed" NORMAL, None, Some((Token::Focus, "2", Some("6 4")));
    /// A target.
    Target "target" NORMAL, Some(Token::Ground), Some((Token::Reference, "2", None));
    /// The date of a target.
    TargetSpan "target-span" NORMAL, None, Some((Token::Reference, "2", Some("6 4")));
    /// The words of a target.
    TargetText "target-text" BOLD, Some(Token::Reference), None;
    /// The line of an event.
    EventLine "event-line" NORMAL, None, Some((Token::Muted, "1", Some("2 3")));
    /// The span of an event.
    EventSpan "event-span" NORMAL, None, Some((Token::Muted, "3", None));
    /// The circle of an event.
    Event "event" NORMAL, Some(Token::Ground), Some((Token::Muted, "1", None));
    /// The number of an event.
    EventText "event-text" NORMAL, Some(Token::Text), None;
    /// A change of method.
    Break "break" NORMAL, None, Some((Token::Reference, "2", Some("1 3")));
    /// The mean of what is shown.
    Mean "mean" NORMAL, None, Some((Token::Muted, "1", Some("5 3")));
    /// A target that holds for all.
    Goal "goal" NORMAL, None, Some((Token::Reference, "2", None));
    /// The line of a state in the background.
    Context "context" NORMAL, None, Some((Token::Bar, "1", None));
    /// The same where nothing was published in between.
    ContextDashed "context-dashed" NORMAL, None, Some((Token::Bar, "1", Some("3 3")));
    /// A point of a state in the background.
    Dot "dot" NORMAL, Some(Token::Bar), None;
    /// The first chosen line.
    Series1 "series-1" NORMAL, None, Some((Token::Series1, "2", None));
    /// The second chosen line.
    Series2 "series-2" NORMAL, None, Some((Token::Series2, "2", Some("8 3")));
    /// The third chosen line.
    Series3 "series-3" NORMAL, None, Some((Token::Series3, "2", Some("2 3")));
    /// A point of the first chosen line.
    SeriesPoint1 "series-point-1" NORMAL, Some(Token::Series1), None;
    /// A point of the second chosen line.
    SeriesPoint2 "series-point-2" NORMAL, Some(Token::Series2), None;
    /// A point of the third chosen line.
    SeriesPoint3 "series-point-3" NORMAL, Some(Token::Series3), None;
    /// The name of the first chosen line.
    SeriesText1 "series-text-1" BOLD, Some(Token::Series1), None;
    /// The name of the second chosen line.
    SeriesText2 "series-text-2" BOLD, Some(Token::Series2), None;
    /// The name of the third chosen line.
    SeriesText3 "series-text-3" BOLD, Some(Token::Series3), None;
    /// The pace by arithmetic.
    Pace "pace" NORMAL, None, Some((Token::Muted, "1", Some("1 4")));
    /// What joins two figures of a state.
    Link "link" NORMAL, None, Some((Token::Bar, "2", None));
    /// The same for the reader's state.
    FocusLink "link-focus" NORMAL, None, Some((Token::Focus, "3", None));
    /// The second of two figures of a state.
    Ring "ring" NORMAL, Some(Token::Ground), Some((Token::Bar, "2", None));
    /// The same for the reader's state.
    FocusRing "ring-focus" NORMAL, Some(Token::Ground), Some((Token::Focus, "2", None));
    /// A join between values that are not exact.
    LinkDashed "link-dashed" NORMAL, None, Some((Token::Bar, "1", Some("3 3")));
    /// The same for the reader's state.
    FocusLinkDashed "link-dashed-focus" NORMAL, None, Some((Token::Focus, "3", Some("6 4")));
    /// A tile of the lowest class.
    Class1 "class-1" NORMAL, Some(Token::Class1), Some((Token::Bar, "1", None));
    /// A tile of the second class.
    Class2 "class-2" NORMAL, Some(Token::Class2), Some((Token::Bar, "1", None));
    /// A tile of the middle class.
    Class3 "class-3" NORMAL, Some(Token::Class3), Some((Token::Bar, "1", None));
    /// A tile of the fourth class.
    Class4 "class-4" NORMAL, Some(Token::Class4), Some((Token::Bar, "1", None));
    /// A tile of the highest class.
    Class5 "class-5" NORMAL, Some(Token::Class5), Some((Token::Bar, "1", None));
    /// The frame of a tile.
    Frame "frame" NORMAL, None, Some((Token::Bar, "1", None));
    /// The frame of the reader's state.
    FocusFrame "frame-focus" NORMAL, None, Some((Token::Focus, "3", None));
    /// Text on a light class.
    TileText "tile-text" BOLD, Some(Token::Text), None;
    /// Text on a dark class.
    TileInverse "tile-inverse" BOLD, Some(Token::Ground), None;
    /// A heading inside a picture.
    Heading "heading" BOLD, Some(Token::Text), None;
}

impl Role {
    /// The reserved colour under which plotters draws the role.
    pub(super) fn color(self) -> RGBColor {
        let index = Self::ALL.iter().position(|role| *role == self).unwrap_or_default();
        RGBColor(0x0F, 0x5A, index as u8)
    }

    /// The role of a reserved colour; anything else is grid.
    pub(super) fn from_rgb((_, _, index): (u8, u8, u8)) -> Self {
        Self::ALL.get(usize::from(index)).copied().unwrap_or(Self::Grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_comes_back_from_its_colour() {
        for role in Role::ALL {
            let RGBColor(r, g, b) = role.color();
            assert_eq!(Role::from_rgb((r, g, b)), *role);
            assert!(role.font().0 >= 14, "14 units scaled by 0.86 are 12 px");
        }
    }
}
