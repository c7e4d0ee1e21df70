package org.breakwater.desktop.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.junit.jupiter.api.Test;

class AlertRowTest {

    @Test
    void anAlertLeadsToWhereItIsSettled() {
        assertThat(AlertRow.place(new Subject.Pool(2))).isEqualTo(new Place.Pool(2, PoolPart.OVERVIEW));
        assertThat(AlertRow.place(new Subject.Incident(41))).isEqualTo(new Place.Incident(41));
        assertThat(AlertRow.place(new Subject.Pause(4))).isEqualTo(new Place.Emergency());
        assertThat(AlertRow.place(new Subject.Venue(Address.ZERO))).isEqualTo(new Place.KnownAddress(Address.ZERO));
        assertThat(AlertRow.place(new Subject.InsuredSubject(2, 7))).isEqualTo(new Place.Subject(7));
        assertThat(AlertRow.place(new Subject.Registry())).isEqualTo(new Place.Registry());
        assertThat(AlertRow.place(new Subject.Integrator(Address.ZERO))).isEqualTo(new Place.Integrator(Address.ZERO));
        assertThat(AlertRow.place(new Subject.Target("siren"))).isEqualTo(new Place.Settings(SettingsPart.ALERTS));
    }
}
