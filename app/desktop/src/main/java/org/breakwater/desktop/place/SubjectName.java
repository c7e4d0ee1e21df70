package org.breakwater.desktop.place;

import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.text.TextLibrary;

/// What a subject is called: the title of the text whose hash it applied with, else its number.
public final class SubjectName {

    private SubjectName() {}

    public static String of(SubjectView subject, TextLibrary texts) {
        return texts.title(subject.subject().metadataHash()).orElse("Subject " + subject.subjectId());
    }
}
