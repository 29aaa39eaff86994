//! The known barriers of the site. The statement on accessibility names them, and the tests read them there: what is in the list
//! must really be missing, and everything else passes its test. So a barrier that is gone cannot stay listed.

/// A known barrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Barrier {
    /// The number of the test that finds it (docs/accessibility.md).
    pub test: &'static str,
    /// What is not accessible and why: German, English.
    pub words: [&'static str; 2],
}

/// All of them.
pub const BARRIERS: [Barrier; 1] = [Barrier {
    test: "A60",
    words: [
        "Mit Vorlesesoftware (NVDA, JAWS, VoiceOver, TalkBack) haben Menschen diese Fassung noch nicht geprüft. Geprüft ist, was die Seite der Vorlesesoftware übergibt.",
        "People have not yet tested this version with screen readers (NVDA, JAWS, VoiceOver, TalkBack). What the page hands to a screen reader is tested.",
    ],
}];
