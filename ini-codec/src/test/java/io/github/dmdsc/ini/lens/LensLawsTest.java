package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Dmwatcher;
import io.github.dmdsc.model.MalConfig;
import net.jqwik.api.Group;

/** Tests the laws of lenses for every lens. */
@SuppressWarnings("ClassCanBeStatic") // jqwik takes inner classes only as groups
class LensLawsTest {
    @Group
    class The_lens_of_dmdcr_cfg extends SectionLaws<DmdcrCfg> {
        The_lens_of_dmdcr_cfg() {
            super(Lenses.DMDCR_CFG, DmdcrCfg.class);
        }
    }

    @Group
    class The_lens_of_dmdcr extends LensLaws<Dmdcr> {
        The_lens_of_dmdcr() {
            super(Lenses.DMDCR, Dmdcr.class);
        }
    }

    @Group
    class The_lens_of_dmmal extends SectionLaws<MalConfig> {
        The_lens_of_dmmal() {
            super(Lenses.MAL, MalConfig.class);
        }
    }

    @Group
    class The_lens_of_dm_ini extends LensLaws<DmIni> {
        The_lens_of_dm_ini() {
            super(Lenses.DM_INI, DmIni.class);
        }
    }

    @Group
    class The_lens_of_dmarch extends SectionLaws<DmArch> {
        The_lens_of_dmarch() {
            super(Lenses.DMARCH, DmArch.class);
        }
    }

    @Group
    class The_lens_of_dmcssm extends LensLaws<Dmcssm> {
        The_lens_of_dmcssm() {
            super(Lenses.DMCSSM, Dmcssm.class);
        }
    }

    @Group
    class The_lens_of_dmwatcher extends SectionLaws<Dmwatcher> {
        The_lens_of_dmwatcher() {
            super(Lenses.DMWATCHER, Dmwatcher.class);
        }
    }

    @Group
    class The_lens_of_dminit extends SectionLaws<DmInit> {
        The_lens_of_dminit() {
            super(Lenses.DMINIT, DmInit.class);
        }
    }
}
