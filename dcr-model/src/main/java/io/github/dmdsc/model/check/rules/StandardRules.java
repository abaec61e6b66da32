package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.check.RuleBook;
import java.util.List;

/** The standard rules, in the order of their ids. */
public final class StandardRules {
    private static final List<Rule> ALL = List.of(
            new GroupCount(),
            new GroupTypes(),
            new GroupNames(),
            new EndpointCounts(),
            new EndpointArrays(),
            new DbSeqnos(),
            new EndpointNames(),
            new GroupSizes(),
            new ErrorEndpoints(),
            new MandatoryParameters(),
            new PathCharacters(),
            new LoadPathLists(),
            new EndpointOrder(),
            new StorageDisks(),
            new DcrvDiskPaths(),
            new BuildFiles(),
            new NamesInFile(),
            new MissingAddresses(),
            new DiskHeartbeats(),
            new InstanceNames(),
            new DbMalNames(),
            new AsmMalNames(),
            new MalServicePorts(),
            new DbPorts(),
            new NodeSeqnos(),
            new DcrPaths(),
            new MalFilesEqual(),
            new MonitorOguid(),
            new MonitorAddresses(),
            new ConfigPaths(),
            new ArchiveFiles(),
            new NodeParameters(),
            new Editions(),
            new StartupFiles(),
            new NodeFiles(),
            new LocalArchives(),
            new RemoteArchives(),
            new UnusedArchives(),
            new SyncedParameters(),
            new SharedPaths(),
            new MonitorCount(),
            new MissingNodes(),
            new SeveralDatabases(),
            new RepeatedKeys(),
            new MistypedKeys(),
            new InstanceNameCharacters(),
            new TracePaths(),
            new AsmServicePorts(),
            new LinkChecks(),
            new PoolSizes(),
            new WatcherPorts(),
            new ImpossibleAddresses(),
            new AddressesOfOthers(),
            new IncomingPaths(),
            new ArchivePathsOfOneMachine(),
            new ArchiveOrder(),
            new ArchiveNames(),
            new MonitorNetworks(),
            new MappedAddresses(),
            new PortConflicts(),
            new ShmKeys(),
            new MalNamesUnique(),
            new VirtualAddresses(),
            new ArchiveSectionsUnique(),
            new DcrvDiskCount(),
            new SharedNetwork(),
            new RestartIntervals(),
            new ShmSizes(),
            new MonitorHosts());

    private static final RuleBook BOOK = RuleBook.of(ALL);

    private StandardRules() {}

    /** Returns a rule book with all standard rules, in the order of their ids. */
    public static RuleBook book() {
        return BOOK;
    }
}
