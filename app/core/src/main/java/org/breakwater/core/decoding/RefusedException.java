package org.breakwater.core.decoding;

/// Carries a {@link Refusal} from deep inside a decoder to {@link Decoding#of}.
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
