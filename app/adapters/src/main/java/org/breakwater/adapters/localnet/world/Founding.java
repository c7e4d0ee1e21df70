package org.breakwater.adapters.localnet.world;

/// The first day: voters get their tokens.
final class Founding implements Strand {

    private final Setting setting;

    Founding(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void begin() {
        setting.agenda()
                .at(
                        setting.agenda().day(0, 1),
                        "Seating the voters",
                        () -> setting.dao().seatVoters(setting.one(Part.FOUNDATION)));
    }
}
