import binaryen from "binaryen"; import {readFileSync} from "node:fs"; import {brotliCompressSync,constants} from "node:zlib";
const F=binaryen.Features;
binaryen.setOptimizeLevel(2); binaryen.setShrinkLevel(2); binaryen.setDebugInfo(false); binaryen.setGenerateStackIR(true); binaryen.setOptimizeStackIR(true);
const f=F.BulkMemory|F.BulkMemoryOpt|F.CallIndirectOverlong|F.Multivalue|F.MutableGlobals|F.NontrappingFPToInt|F.ReferenceTypes|F.SignExt;
const src=readFileSync(process.argv[2]);
const sets={base:[], merge_similar:["merge-similar-functions"], gufa:["gufa-optimizing"], mono:["monomorphize"], dae:["dae-optimizing"], reorder:["reorder-functions"], cse:["local-cse"], ms_twice:["merge-similar-functions","O2"]};
const pick=(process.argv[3]??"").split(",");
for (const [name,p] of Object.entries(sets)) { if(pick[0]&&!pick.includes(name)) continue; const t=Date.now();
 try { const m=binaryen.readBinary(src,f); m.optimize(); for(const x of p){ if(x==="O2") m.optimize(); else m.runPasses([x]); }
 if(p.length && !p.includes("O2")) {m.optimize();}
 const b=m.emitBinary(); console.log(name,b.length,brotliCompressSync(b,{params:{[constants.BROTLI_PARAM_QUALITY]:11,[constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length,Date.now()-t); m.dispose(); } catch(e){console.log(name,String(e))}
}
