package org.breakwater.adapters.localnet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.service.Singleton;
import org.breakwater.core.value.Address;

/// The published Safe contracts of one version, at the addresses they have on nearly every network.
///
/// The addresses are those of the npm package safe-deployments 1.37.63; the creation code is that of the npm packages
/// of the contracts themselves. CREATE2 binds the two: the code at such an address cannot be other code.
public enum SafeRelease {
    /// Published through Arachnid's deterministic deployment proxy.
    V1_3_0(
            "1.3.0",
            SafeFactory.DETERMINISTIC_PROXY,
            new Contract("GnosisSafe", "0xd9Db270c1B5E3Bd161E8c8503c55cEABeE709552"),
            new Contract("GnosisSafeL2", "0x3E5c63644E683549055b9Be8653de26E0B4CD36E"),
            new Contract("GnosisSafeProxyFactory", "0xa6B71E26C5e0845f74c812102Ca7114b6a896AB2"),
            new Contract("CompatibilityFallbackHandler", "0xf48f2B2d2a534e402487b3ee7C18c33Aec0Fe5e4"),
            new Contract("MultiSend", "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761"),
            new Contract("MultiSendCallOnly", "0x40A2aCCbd92BCA938b02010E17A5b8929b49130D"),
            // The package's code differs from the one deployed at 0xA65387F16B013cf2Af4605Ad8aA5ec25a2cbA3a2; it
            // stands at the address that its own code gives.
            new Contract("SignMessageLib", "0xEb4b222B3B89Ce6dbE14012432a223D2Faa31D06")),
    /// Published through the Safe singleton factory.
    V1_4_1(
            "1.4.1",
            SafeFactory.SAFE_SINGLETON_FACTORY,
            new Contract("Safe", "0x41675C099F32341bf84BFc5382aF534df5C7461a"),
            new Contract("SafeL2", "0x29fcB43b46531BcA003ddC8FCB67FFE91900C762"),
            new Contract("SafeProxyFactory", "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67"),
            new Contract("CompatibilityFallbackHandler", "0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99"),
            new Contract("MultiSend", "0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526"),
            new Contract("MultiSendCallOnly", "0x9641d764fc13c8B624c04430C7356C1C7C8102e2"),
            new Contract("SignMessageLib", "0xd53cd0aB83D845Ac265BE939c57F53AD838012c9")),
    /// Published through the Safe singleton factory.
    V1_5_0(
            "1.5.0",
            SafeFactory.SAFE_SINGLETON_FACTORY,
            new Contract("Safe", "0xFf51A5898e281Db6DfC7855790607438dF2ca44b"),
            new Contract("SafeL2", "0xEdd160fEBBD92E350D4D398fb636302fccd67C7e"),
            new Contract("SafeProxyFactory", "0x14F2982D601c9458F93bd70B218933A6f8165e7b"),
            new Contract("CompatibilityFallbackHandler", "0x3EfCBb83A4A7AfcB4F68D501E2c2203a38be77f4"),
            new Contract("MultiSend", "0x218543288004CD07832472D464648173c77D7eB7"),
            new Contract("MultiSendCallOnly", "0xA83c336B20401Af773B6219BA5027174338D1836"),
            new Contract("SignMessageLib", "0x4FfeF8222648872B3dE295Ba1e49110E61f5b5aa"));

    private final String version;
    private final SafeFactory factory;

    private final List<Contract> contracts;

    SafeRelease(String version, SafeFactory factory, Contract... contracts) {
        this.version = version;
        this.factory = factory;
        this.contracts = List.copyOf(Arrays.asList(contracts));
    }

    /// One contract of a release.
    ///
    /// @param name as its source file has it
    public record Contract(String name, Address address) {

        private Contract(String name, String address) {
            this(name, Address.parse(address));
        }
    }

    /// What the contracts' own `VERSION` answers.
    public String version() {
        return version;
    }

    SafeFactory factory() {
        return factory;
    }

    /// All contracts of the release: singleton, L2 singleton, proxy factory, fallback handler, then the libraries.
    public List<Contract> contracts() {
        return contracts;
    }

    /// The code of Safes, every release's and for rollups too.
    public static List<Singleton> singletons() {
        return Arrays.stream(values())
                .flatMap(release -> Stream.of(
                        new Singleton(release.singleton(), release.version, false),
                        new Singleton(release.singletonL2(), release.version, true)))
                .toList();
    }

    /// What makes Safes, every release's.
    public static List<Address> proxyFactories() {
        return Arrays.stream(values()).map(SafeRelease::proxyFactory).toList();
    }

    public Address singleton() {
        return contracts.get(0).address();
    }

    public Address singletonL2() {
        return contracts.get(1).address();
    }

    public Address proxyFactory() {
        return contracts.get(2).address();
    }

    public Address fallbackHandler() {
        return contracts.get(3).address();
    }
}
