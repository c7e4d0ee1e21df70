package org.breakwater.adapters.localnet;

import org.breakwater.core.value.Address;

/// The published Safe contracts of one version, with the addresses they have on nearly every network.
record SafeRelease(
        String version,
        Address singleton,
        Address singletonL2,
        Address proxyFactory,
        Address fallbackHandler,
        Address multiSend,
        Address multiSendCallOnly) {

    static final SafeRelease V1_4_1 = new SafeRelease(
            "1.4.1",
            Address.parse("0x41675C099F32341bf84BFc5382aF534df5C7461a"),
            Address.parse("0x29fcB43b46531BcA003ddC8FCB67FFE91900C762"),
            Address.parse("0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67"),
            Address.parse("0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99"),
            Address.parse("0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526"),
            Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2"));
}
