package io.tradewind.launcher.command;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tradewind.launcher.secret.SigningKeys;
import io.tradewind.launcher.secret.TokenMint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description = "Prints a token the fleet accepts, for the header 'Authorization: Bearer TOKEN'.")
final class TokenCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--user", required = true, description = "who its bearer is")
    private String user = "";

    @Option(
            names = "--role",
            split = ",",
            defaultValue = "user",
            description = "user, admin or service; several with commas (default: user)")
    private List<String> roles = List.of("user");

    @Option(names = "--ttl", defaultValue = "PT12H", description = "how long it is good for (default: PT12H)")
    private Duration ttl = Duration.ofHours(12);

    @Override
    public void run() {
        TokenMint mint = new TokenMint(SigningKeys.of(options.home().prepare()), Clock.systemUTC());
        Set<String> granted = new LinkedHashSet<>(roles);
        options.screen().line(mint.mint(user, granted, ttl));
    }
}
