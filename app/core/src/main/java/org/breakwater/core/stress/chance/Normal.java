package org.breakwater.core.stress.chance;

/// The standard normal distribution. The distribution function is Hart's (as West gives it, 2005), its inverse is
/// Wichura's AS 241; both are good to about fifteen digits.
public final class Normal {

    private static final double FARTHEST = 37;
    private static final double SQRT_2_PI = 2.506628274631000502;
    private static final double TAIL = 7.07106781186547;
    private static final double[] ABOVE = {
        3.52624965998911e-2,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] BELOW = {
        8.83883476483184e-2,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private static final double[] CENTRE = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1
    };
    private static final double[] MIDDLE = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0
    };
    private static final double[] MIDDLE_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1
    };
    private static final double[] FAR = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0
    };
    private static final double[] FAR_BELOW = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

    private Normal() {}

    public static double density(double x) {
        return Math.exp(-0.5 * x * x) / SQRT_2_PI;
    }

    /// The chance that a standard normal number is at most this.
    public static double probability(double x) {
        var distance = Math.abs(x);
        var tail = distance > FARTHEST ? 0 : tail(distance);
        return x > 0 ? 1 - tail : tail;
    }

    private static double tail(double distance) {
        var peak = Math.exp(-0.5 * distance * distance);
        if (distance < TAIL) {
            return peak * polynomial(ABOVE, distance) / polynomial(BELOW, distance);
        }
        var fraction = distance + 0.65;
        for (int step = 4; step > 0; step--) {
            fraction = distance + step / fraction;
        }
        return peak / fraction / SQRT_2_PI;
    }

    /// The number that a standard normal one does not exceed with this chance.
    ///
    /// @param probability above 0, below 1
    public static double quantile(double probability) {
        var q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            var r = 0.180625 - q * q;
            return q * polynomial(CENTRE, r) / polynomial(CENTRE_BELOW, r);
        }
        var r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
        var distance = r <= 5
                ? polynomial(MIDDLE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
                : polynomial(FAR, r - 5) / polynomial(FAR_BELOW, r - 5);
        return q < 0 ? -distance : distance;
    }

    /// @param coefficients highest power first
    private static double polynomial(double[] coefficients, double x) {
        var sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
